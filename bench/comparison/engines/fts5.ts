import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import sqlite from 'node-sqlite3-wasm';
import type { BuildEngine } from '../contract.ts';

const stops = new Set(stopwords);

/** Lower case, no stop words, German Snowball stems: FTS5 has a stemmer for English only. */
const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !stops.has(word)).map(stemmer);

/** In memory, any of the stems, by FTS5's own bm25. */
export const build: BuildEngine = (passages) => {
  const database = new sqlite.Database(':memory:');
  database.exec('CREATE VIRTUAL TABLE passage USING fts5(id UNINDEXED, stems)');
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO passage VALUES (?, ?)');
  for (const { id, text } of passages) insert.run([id, stemsOf(text).join(' ')]);
  database.exec('COMMIT');
  insert.finalize();

  const select = database.prepare('SELECT id FROM passage WHERE stems MATCH ? ORDER BY bm25(passage) LIMIT ?');
  return {
    search: (question, _asking, limit) => {
      const stems = [...new Set(stemsOf(question))];
      if (stems.length === 0) return [];
      const anyOf = stems.map((stem) => `"${stem}"`).join(' OR ');
      return select.all([anyOf, limit]).map((row) => String(row['id']));
    },
  };
};
