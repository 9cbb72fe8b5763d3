import { runRequest } from '../answer/handlers.ts';
import { type RequestName, type RequestParams, type RequestResult, requests } from '../answer/requests.ts';
import type { CommandContext } from '../command/contract.ts';
import type { Refusal } from '../corpus/article.ts';
import { type Ingredients, reportOf } from '../library/report.ts';
import { buildRevision, type Folders, type Revision } from '../library/revision.ts';

/** A library in this thread: nothing else waits here, so one question needs no worker. */
export type LocalLibrary = CommandContext['library'] & { readonly refused: readonly Refusal[] };

/** @throws WortlautError as `buildRevision` does. */
export async function openLibrary(folders: Folders): Promise<LocalLibrary> {
  let revision = await buildRevision(folders);
  keepSoon(revision);
  return {
    get refused() {
      return revision.refused;
    },
    async request<Name extends RequestName>(name: Name, params: RequestParams<Name>): Promise<RequestResult<Name>> {
      return requests[name].result.parse(runRequest(revision.knowledge, name, params)) as RequestResult<Name>;
    },
    async reindex({ dryRun }) {
      const started = performance.now();
      const next = await buildRevision(folders);
      const report = reportOf(ingredientsOf(revision), ingredientsOf(next), { dryRun, started });
      if (!dryRun) revision = next;
      keepSoon(next);
      return report;
    },
  };
}

const ingredientsOf = ({ knowledge, refused, lexicon }: Revision): Ingredients => ({
  revision: knowledge.revision,
  articles: [...knowledge.articles.values()],
  refused,
  lexicon,
});

/**
 * A question is answered first: that takes no turn of the event loop. That nothing can be kept is no trouble of who asks.
 */
function keepSoon(revision: Revision): void {
  setImmediate(() => void revision.keep());
}
