import { describe, expect, it } from 'vitest';
import { runRequest } from '../../src/answer/handlers.ts';
import { choicesSchema } from '../../src/answer/schemas.ts';
import { knowledgeOf, markdown } from './knowledge.ts';
import { allTexts, list } from './listings.ts';

describe('what a listing shows first', () => {
  it('of /conditions is the side with most of them; what is nobody’s side comes last, however much it is', () => {
    const knowledge = knowledgeOf({
      'a.md': markdown(
        'Der Bürgermeister forderte Hilfe. Der Bürgermeister verlangte Waffen. Der Bürgermeister forderte Geld. Kiew forderte Garantien. Putin forderte Wahlen. Moskau verlangte Gebiete.',
      ),
    });
    const { groups } = list('conditions', {}, knowledge);
    expect(groups.map(({ side, lines }) => [side, lines.length])).toEqual([
      ['RU', 2],
      ['UA', 1],
      [null, 3],
    ]);
  });

  it('of an event on the timeline is its lead, though a later section tells of a weightier act', () => {
    const knowledge = knowledgeOf({
      'a.md': markdown(
        'Kiew schlug eine Waffenruhe vor.\n\n## Rückblick\n\nRussland und die Ukraine hatten einen Gefangenenaustausch vereinbart.',
      ),
    });
    expect(allTexts(list('timeline', {}, knowledge))).toEqual(['Kiew schlug eine Waffenruhe vor.']);
    // On a topic it is what is most about that.
    expect(allTexts(list('timeline', { topic: 'prisoner_exchange' }, knowledge))).toEqual([
      'Russland und die Ukraine hatten einen Gefangenenaustausch vereinbart.',
    ]);
  });

  it('of who took part is everybody once, though two articles name them', () => {
    const fields = { event: 'genf' };
    const knowledge = knowledgeOf({
      'a.md': markdown('US-Außenminister Marco Rubio leitete die amerikanische Delegation.', fields),
      'b.md': markdown('Die amerikanische Delegation leitete Außenminister Marco Rubio.', fields),
    });
    const { groups } = list('participants', { event: 'genf' }, knowledge);
    const people = groups.flatMap(({ lines }) => lines.flatMap((line) => line.people));
    expect(people.map(({ id }) => id)).toEqual(['rubio']);
    expect(allTexts(list('participants', { event: 'genf' }, knowledge))).toEqual([
      'US-Außenminister Marco Rubio leitete die amerikanische Delegation.',
    ]);
  });
});

it('whole sides are offered before persons and institutions, though these are heard more', () => {
  const knowledge = knowledgeOf({
    'a.md': markdown('Putin forderte Wahlen. Putin verlangte Gebiete. Putin lehnte ab. Selenskyj lehnte ab.'),
  });
  const offered = choicesSchema.parse(runRequest(knowledge, 'suggestParties', { typed: '', locale: 'de' }));
  expect(offered.map(({ value }) => value)).toEqual(['russia', 'ukraine', 'putin', 'zelensky']);
});

it('the side of the European institutions is led by the union, not by one of them', () => {
  const knowledge = knowledgeOf({ 'a.md': markdown('Die EU-Kommission forderte Garantien.') });
  expect(list('conditions', {}, knowledge).groups).toMatchObject([{ heading: { en: 'the European Union' } }]);
});
