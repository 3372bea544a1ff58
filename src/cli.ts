#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from './cli/main.ts';

// V8 would optimize the thousands of small functions here seven times as early, in each worker anew, and
// spend more on that than on the first thousand articles (docs/performance.md).
setFlagsFromString('--interrupt-budget=1000000');
// Patterns are compiled at once, not interpreted first.
setFlagsFromString('--no-regexp-tier-up');

process.exitCode = await main(process.argv.slice(2));
