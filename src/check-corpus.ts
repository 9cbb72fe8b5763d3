import { runCheck } from './check/run.ts';
import { describeProblem } from './messages/index.ts';

// Who reads only the first lines (`| head`) closes the pipe: nothing is left to do, and nothing is wrong.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});

/** The check of the corpus: see `npm run --silent check:corpus -- --help`. */
process.exitCode = await runCheck(process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
  describe: (problem) => describeProblem(problem, 'en'),
});
