import type { Registry } from '../src/command/contract.ts';
import { about } from './about.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { conditions } from './conditions.ts';
import { findSources } from './find-sources.ts';
import { help } from './help.ts';
import { participants } from './participants.ts';
import { reindex } from './reindex.ts';
import { terms } from './terms.ts';
import { timeline } from './timeline.ts';

/** The one registry of all that people can type or pick. A new command is one new file and one line here. */
export const registry: Registry = {
  slash: [ask, terms, conditions, participants, compare, timeline, article, about, help, reindex],
  menus: [findSources],
  plain: ask,
};
