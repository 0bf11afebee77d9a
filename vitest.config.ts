import { defineConfig } from 'vitest/config'

/** Which tests there are, and what each kind needs. `npm test -- --only NAME` runs one kind. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // As many as a small machine has processors; by default one would stay idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/*/server/**', 'src/program/**', 'src/main.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          include: [
            'src/*/server/**/*.test.ts',
            'src/program/**/*.test.ts',
            'src/main.test.ts',
            'test/server/**/*.test.ts',
          ],
          globalSetup: ['test/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/postgres.ts'],
          // A browser and a server per file, two files at a time: while one waits the other goes on, slower than alone.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
