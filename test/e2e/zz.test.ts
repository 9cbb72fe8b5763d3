import { it } from 'vitest';
import { article, quotesIn, sceneForTest } from '../support/bot.ts';

it('x', async () => {
  const scene = await sceneForTest({
    articles: {
      'a.md': article({ title: 'Barges' }, 'The harbour master of Odesa counted forty grain barges.'),
      'b.md': article({ title: 'Bells' }, 'The bells of Kharkiv rang during the talks.'),
      'c.md': article({ title: 'x', language: 'de' }, 'Der Leuchtturm von Kertsch bleibt unbeleuchtet.'),
    },
  });
  scene.bot.client.on('messageUpdate', (_, m) => console.log('upd', m.id, m.content, m.partial));
  const anna = scene.sandbox.createUser({ name: 'anna' });
  const { question, reply } = await scene.tell(anna, 'How many grain barges did the harbour master count?');
  await anna.edit(question, 'When did the bells of Kharkiv ring?');
  await anna.edit(question, 'How many grain barges did the harbour master count?');
  await anna.edit(question, 'Ist der Leuchtturm von Kertsch unbeleuchtet?');
  await scene.sandbox.waitFor(() => quotesIn(reply)[0]?.startsWith('Der Leucht'));
  await anna.edit(question, 'When did the bells of Kharkiv ring?');
  await new Promise((r) => setTimeout(r, 1500));
  console.log(scene.log, reply.text, scene.sandbox.requests.slice(-4));
});
