import { defineConfig } from 'vitest/config';

const jsx = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

// Everything is bundled into the processes but what brings native code or files of its own: a process then reads a few
// files at start instead of thousands, and holds only the parts that are used.
const external = ['sharp', 'pg-boss', 'pg-native', '@aws-sdk/client-s3'];

export default defineConfig(({ isSsrBuild }) => ({
  oxc: jsx,
  ...(isSsrBuild ? { ssr: { noExternal: true as const, external } } : {}),
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: 'dist',
        emptyOutDir: false,
        target: 'node26',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: { server: 'src/server.ts', worker: 'src/worker.ts', office: 'src/office.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: 'server-[name]-[hash].js' },
        },
      }
    : {
        outDir: 'dist/client',
        manifest: true,
        target: 'es2022',
        modulePreload: false,
        assetsInlineLimit: 0,
        rolldownOptions: { input: 'src/browser.ts' },
      },
  test: {
    globalSetup: './test/global-setup.ts',
    include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts', 'tools/*.test.ts', 'test/browser/*.spec.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Only to end what hangs: a busy machine may be many times slower, and nothing here is measured by the clock.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
}));
