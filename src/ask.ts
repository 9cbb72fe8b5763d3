import 'dotenv/config';
import { registry } from '../commands/index.ts';
import { runCli } from './cli/cli.ts';

// Who reads only the first lines (`| head`) closes the pipe: nothing is left to do, and nothing is wrong.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});

/** The command line: see `npm run --silent ask -- --help`. */
process.exitCode = await runCli(process.argv.slice(2), {
  registry,
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
});
