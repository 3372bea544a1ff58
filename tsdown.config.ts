import { defineConfig } from 'tsdown';
import { sourcesDigest } from './src/run/build.ts';

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli.ts', worker: 'src/run/worker.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  clean: true,
  fixedExtension: false,
  define: { CYBERBRIEF_SOURCES: JSON.stringify(sourcesDigest(import.meta.dirname)) },
});
