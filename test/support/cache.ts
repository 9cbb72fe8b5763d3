import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where tests that start the program keep its index: shared among them, and not where whoever works here has theirs. */
export const TEST_CACHE = join(tmpdir(), 'wortlaut-test-index');
