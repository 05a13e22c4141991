import { z } from 'zod'
import { OPINION_CLOCK_PRESETS, type OpinionClockPresetId } from './opinion/clock-presets.js'
import { ALL_ROLES, type Role } from './roles.js'

const roles = z.array(z.enum(ALL_ROLES as [Role, ...Role[]])).default([])

/** What the report leaves open, each with a sensible default; a station overrides single values in `Station.settings`. */
const settingsShape = z.object({
  /** Reception day of the month and its hours, Chinese civil time. */
  receptionDay: z.int().min(1).max(28).default(10),
  receptionFrom: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .default('09:00'),
  receptionUntil: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .default('11:00'),
  /** Levels of the deputies who sit at the desk together (市, 区); empty: whoever comes by the rule. */
  receptionLevels: z.array(z.string()).default([]),
  /** What one convenor leads at a time: a month, a quarter, or one activity. */
  turnPeriod: z.enum(['month', 'quarter', 'activity']).default('month'),
  deputiesPerShift: z.int().min(1).max(10).default(2),
  /** Quiet hours hold what nobody asked for; answers to a person who just wrote, and urgent messages, pass. */
  quietFrom: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .default('22:00'),
  quietUntil: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .default('07:30'),
  /** How long one's own last change may be taken back, minutes. */
  undoMinutes: z.int().min(1).default(10),
  /** Which of the presets for residents' opinions the station keeps to. */
  opinionClock: z.enum(OPINION_CLOCK_PRESETS.map(({ id }) => id) as [OpinionClockPresetId]).default('station'),
  /** How many matters that residents feel strongly about are to be solved in a year. */
  livelihoodTarget: z.int().min(1).default(5),
  /** Streets and communities of the station's area. */
  places: z
    .array(
      z.object({
        name: z.string().min(2),
        street: z.string().min(2).exactOptional(),
        aliases: z.array(z.string().min(2)).exactOptional(),
      }),
    )
    .default([]),
  /** Classes of opinions beside the fifteen, with words by which they are first known. */
  categories: z.array(z.object({ label: z.string().min(2), words: z.array(z.string()) })).default([]),
  /** 一年开展活动不少于4次: local practice. */
  activitiesPerYear: z.int().min(1).default(4),
  /** More days than this without an activity are an alarm. */
  silentDays: z.int().min(7).default(45),
  /** Statistics of every day on which something happened, at 18:00. */
  dailySummary: z.boolean().default(false),
  /** Organisations usually asked to the joint meeting; empty: by the station's profession. */
  jointMeetingOrganisations: z.array(z.string()).default([]),
  /** The station's own form of a book: its columns in order, with its own titles; the others are hidden. */
  ledgerColumns: z
    .record(z.string(), z.array(z.object({ key: z.string(), title: z.string().min(1).exactOptional() })))
    .default({}),
  /** Days after the end of a month on which its books are sealed. */
  ledgerSealDays: z.int().min(1).max(28).default(5),
  /** Who may use a command, where the station differs from what the command itself says. */
  permissions: z.record(z.string(), z.object({ allow: roles, deny: roles })).default({}),
})

export type StationSettings = z.infer<typeof settingsShape>

/** Throws ZodError: settings are written only by commands that check them. */
export const stationSettings = (stored: unknown): StationSettings => settingsShape.parse(stored ?? {})
