import { execFileSync } from 'node:child_process';

// `npm run dev`: Node restarts this file on every change of a source or an article; it compiles and starts the bot.
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc'], { stdio: 'inherit' });
await import('../dist/src/main.js');
