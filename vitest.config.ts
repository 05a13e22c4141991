import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // The slowest files mostly wait for other processes: a second worker fills the time.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is waited for comes or the case fails; a slow machine only takes longer.
    expect: { poll: { timeout: 60_000 } },
    coverage: { include: ['bot/**', 'commands/**', 'prisma/*.ts', 'schedules/**', 'station/**'] },
  },
})
