import { writeFileSync } from 'node:fs';
import { tablesManual } from '../src/output/manual.ts';

/** Writes docs/tables.md. */
writeFileSync(new URL('../docs/tables.md', import.meta.url), tablesManual());
