import { defineConfig } from 'vitest/config';

/** `npm run test:long`: all kills, all pathological inputs, all fuzz cases. One file after the other, so that times mean something. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    include: ['test/{long,faults,preview,pages,copy}/**/*.test.{ts,tsx}'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
