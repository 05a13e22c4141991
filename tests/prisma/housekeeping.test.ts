import type pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepHouse } from '../../prisma/housekeeping.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a checkpoint every five minutes and a vacuum every six hours, until it is stopped', () => {
  const asked: string[] = []
  const query = async (statement: string) => void asked.push(statement)
  const stop = keepHouse({ query } as unknown as pg.Pool)
  vi.advanceTimersByTime(5 * 60_000 - 1)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(6 * 3_600_000)
  expect(asked.filter((statement) => statement === 'checkpoint')).toHaveLength(72)
  expect(asked.filter((statement) => statement === 'vacuum analyze')).toHaveLength(1)
  stop()
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(asked).toHaveLength(73)
})

test('one that fails is told of and tried again', async () => {
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue()
  let tries = 0
  const query = async () => {
    tries++
    throw new Error('No space left on device')
  }
  const stop = keepHouse({ query } as unknown as pg.Pool)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  stop()
  expect(tries).toBe(2)
  expect(warn).toHaveBeenCalledWith('checkpoint failed: No space left on device')
  warn.mockRestore()
})
