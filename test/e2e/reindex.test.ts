import { appendFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/sandbox.ts';
import { article, asRead, quotesIn, replyOf, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';

const BARGES = 'The harbour master of Odesa counted forty grain barges.';
const BELLS = 'The bells of Kharkiv rang during the talks.';
const ARTICLES = {
  'barges.md': article({ title: 'Barges' }, BARGES),
  'bells.md': article({ title: 'Bells' }, BELLS),
};
const ASK_BARGES = { question: 'How many grain barges did the harbour master count?' };

const textOf = (exchange: Exchange): string => asRead(replyOf(exchange).text);

/** What the bot quotes first when asked for the barges. */
async function barges(scene: Scene): Promise<string | undefined> {
  const asker = scene.sandbox.createUser({ name: 'asker' });
  return quotesIn(replyOf(await asker.command('ask', ASK_BARGES)))[0];
}

describe('who may reindex', () => {
  const REFUSED = 'Only the operators of this bot may do that.';
  const DONE = 'The articles have been read again.';
  const shared = sharedScene({ articles: ARTICLES });

  it("is the application's owner, in a server and in a direct message", async () => {
    const { owner } = shared().sandbox.application;
    const guild = await shared().guild({ name: 'Debate', owner });
    expect(textOf(await owner.command('reindex'))).toContain(DONE);
    const inServer = await owner.command('reindex', {}, { guild });
    expect(textOf(inServer)).toContain(DONE);
    expect(inServer.message?.ephemeral).toBe(true);
  });

  it("is nobody else: neither in a direct message nor in a server, whatever the server's rights", async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const ben = shared().sandbox.createUser({ name: 'ben', locale: 'de' });
    const guild = await shared().guild({ name: 'Debate', administrators: [anna] });
    expect(textOf(await anna.command('reindex'))).toBe(REFUSED);
    expect(textOf(await anna.command('reindex', { 'dry-run': true }, { guild }))).toBe(REFUSED);
    const german = await ben.command('reindex', {}, { guild }, { unchecked: true });
    expect(textOf(german)).toBe('Das dürfen nur die Betreiber dieses Bots.');
    expect(german.message?.ephemeral).toBe(true);
  });

  it('is who stands in OPERATOR_IDS, and then no longer the owner', async () => {
    const id = '123456789012345678';
    const scene = await sceneForTest({ articles: ARTICLES, operatorIds: [id], sandbox: { ownerId: id } });
    expect(textOf(await scene.sandbox.application.owner.command('reindex'))).toContain(DONE);
    const other = await sceneForTest({ articles: ARTICLES, operatorIds: [id] });
    expect(textOf(await other.sandbox.application.owner.command('reindex'))).toBe(REFUSED);
  });

  it("is the application's team: those who have accepted the invitation", async () => {
    const team = [
      { name: 'lead' },
      { name: 'admin' },
      { name: 'developer', role: 'developer' as const },
      { name: 'invited', accepted: false },
    ];
    const scene = await sceneForTest({ articles: ARTICLES, sandbox: { team } });
    const said = [];
    for (const member of scene.sandbox.application.team) {
      said.push([member.name, textOf(await member.command('reindex', { 'dry-run': true })).includes('Dry run')]);
    }
    expect(said).toEqual([
      ['lead', true],
      ['admin', true],
      ['developer', true],
      ['invited', false],
    ]);
  });
});

describe('a reindex', () => {
  it('reports what was added, changed, removed and refused, with file, line and reason', async () => {
    const scene = await sceneForTest({
      articles: { ...ARTICLES, 'old.md': article({ title: 'Old' }, 'An old sentence.') },
    });
    const { owner } = scene.sandbox.application;
    await scene.write('new.md', article({ title: 'New one' }, 'Flamingos nest in Bratislava.'));
    await scene.write('barges.md', article({ title: 'Barges' }, 'The harbour master counted fifty grain barges.'));
    await scene.remove('old.md');
    await scene.write('broken.md', '---\ntitle: Broken\ndate: some day\nlanguage: en\noutlet: X\n---\nText.\n');
    const text = textOf(await owner.command('reindex'));
    expect(text).toContain('3 articles read in');
    expect(text).toContain('Added: 1\n- New one (new)');
    expect(text).toContain('Changed: 1\n- Barges (barges)');
    expect(text).toContain('Removed: 1\n- Old (old)');
    expect(text).toMatch(/Refused: 1\n- broken\.md, line 3: The field “date” should hold: a date .*found: some day/);
    expect(await barges(scene)).toBe('The harbour master counted fifty grain barges.');
  });

  it('says when nothing has changed', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const text = textOf(await scene.sandbox.application.owner.command('reindex'));
    expect(text).toContain('No article has changed. Neither has the lexicon.');
  });

  it('says when only the lexicon has changed, and answers by it from then on', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const { owner } = scene.sandbox.application;
    const ask = async () => {
      const asker = scene.sandbox.createUser({ name: 'asker' });
      return quotesIn(replyOf(await asker.command('ask', { question: 'What did the zorbleys of Kharkiv do?' })))[0];
    };
    await appendFile(join(scene.lexiconDir, 'glosses.yaml'), '\n- { de: [Zorblei], en: [zorbley, bell] }\n');
    const dryRun = textOf(await owner.command('reindex', { 'dry-run': true }));
    const text = textOf(await owner.command('reindex'));
    for (const report of [dryRun, text]) {
      expect(report).toContain('The lexicon has changed; it applies to all articles.');
      expect(report).not.toContain('No article has changed.');
    }
    expect(await ask()).toBe(BELLS);
  });

  it('changes nothing when it is a dry run', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const { owner } = scene.sandbox.application;
    await scene.remove('barges.md');
    const text = textOf(await owner.command('reindex', { 'dry-run': true }));
    expect(text).toContain('Dry run: nothing was changed.');
    expect(text).toContain('Removed: 1');
    expect(await barges(scene)).toBe(BARGES);
    expect(textOf(await owner.command('reindex'))).toContain('Removed: 1');
    expect(await barges(scene)).not.toBe(BARGES);
  });

  it('goes on alone: a second one at the same time is told so', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const { owner } = scene.sandbox.application;
    const texts = (await Promise.all([owner.command('reindex'), owner.command('reindex')])).map(textOf).sort();
    expect(texts[0]).toContain('The articles are being read again already.');
    expect(texts[1]).toContain('The articles have been read again.');
    expect(textOf(await owner.command('reindex'))).toContain('The articles have been read again.');
  });

  it('answers questions while it goes on, from the old articles or the new ones', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const running = await scene.sandbox.application.owner.command('reindex', {}, 'dm', { wait: 'nothing' });
    const answers = [];
    while (running.repliedAfterMs === null) answers.push(await barges(scene));
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers)).toEqual(new Set([BARGES]));
    expect(textOf(running)).toContain('The articles have been read again.');
  });
});

describe('a reindex that fails leaves the old articles answering where', () => {
  const failing = async (spoil: (scene: Scene) => Promise<unknown>, complaint: RegExp) => {
    const scene = await sceneForTest({ articles: ARTICLES, sandbox: { ownerLocale: 'de' } });
    await spoil(scene);
    expect(textOf(await scene.sandbox.application.owner.command('reindex'))).toMatch(complaint);
    expect(await barges(scene)).toBe(BARGES);
    return scene;
  };

  it('the folder of articles is empty', async () => {
    const scene = await failing(async (spoiled) => {
      for (const file of Object.keys(ARTICLES)) await spoiled.remove(file);
    }, /enthält keinen Artikel/);
    await scene.write('bells.md', ARTICLES['bells.md']);
    expect(textOf(await scene.sandbox.application.owner.command('reindex'))).toContain('Entfernt: 1');
  });

  it('the folder of articles is gone', async () => {
    await failing(({ articlesDir }) => rename(articlesDir, `${articlesDir}-away`), /lässt sich nicht lesen \(ENOENT\)/);
  });

  it('no article can be read any more', async () => {
    await failing(async (scene) => {
      for (const file of Object.keys(ARTICLES)) await scene.write(file, '');
    }, /enthält keinen lesbaren Artikel; 2 Dateien wurden abgelehnt/);
  });

  it('the lexicon is broken', async () => {
    await failing(
      ({ lexiconDir }) => writeFile(join(lexiconDir, 'glosses.yaml'), 'groups: [unclosed'),
      /Das Lexikon ist fehlerhaft: .*glosses\.yaml, Zeile \d+/,
    );
  });

  const NAMES = 'persons:\n  anna:\n    name: { de: Anna, en: Anna }\n';
  const agreed = (cue: string): string =>
    `statuses:\n  agreed:\n    strong:\n      de:\n        - '${cue}'\nmarks: {}\n`;

  it.each([
    ['two names have one id in a kind', 'names.yaml', `${NAMES}  anna:\n    name: { de: B, en: B }\n`, 4],
    ['two names have one id in two kinds', 'names.yaml', `${NAMES}places:\n  anna:\n    name: { de: B, en: B }\n`, 5],
    ['one name stands under two ids', 'names.yaml', `${NAMES}  b:\n    name: { de: Berta, en: Anna }\n`, 5],
    [
      'two names are aliases of each other',
      'names.yaml',
      `${NAMES}    aliases: [B]\n  b:\n    name: { de: B, en: B }\n`,
      6,
    ],
    ['a pattern stands for endlessly many', 'statuses.yaml', agreed(`${'ab|c + '.repeat(24)}d`), 5],
    ['a list of names holds itself', 'names.yaml', `${NAMES}    aliases: &all [*all]\n`, 4],
    ['a pattern is broken', 'statuses.yaml', agreed('(einig'), 5],
    ['a pattern would be tried without end', 'statuses.yaml', agreed('(a+)+$'), 5],
    ['a pattern has a sign in the wrong place', 'statuses.yaml', agreed('einig …'), 5],
  ])('%s', async (_, file, content, line) => {
    await failing(
      ({ lexiconDir }) => writeFile(join(lexiconDir, file), content),
      new RegExp(`Das Lexikon ist fehlerhaft: ${file.replace('.', '\\.')}, Zeile ${line}: `),
    );
  });
});
