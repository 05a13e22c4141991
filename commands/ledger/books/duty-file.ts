import { countOf, type DutyFile, entriesIn, type SectionKey } from '../../../station/duty-file/sections.js'
import { refStretches } from '../../../station/summary/refs.js'
import { dutyFiles } from '../../duty-file/load.js'
import { type BookLoader, listed } from './input.js'

const inSection = (file: DutyFile, section: SectionKey): number => entriesIn(file, section).length

/** One line per deputy in the order of the roster: a record of each, never a ranking. */
export const loadDutyFiles: BookLoader = async (input) =>
  (await dutyFiles(input)).map((file) => ({
    name: file.name,
    level: file.level,
    basic: listed(file.basic),
    meetings: inSection(file, 'meetings'),
    inspections: inSection(file, 'inspections'),
    studies: inSection(file, 'studies'),
    groupActivities: countOf(file, 'group'),
    receptions: countOf(file, 'reception'),
    contacts: countOf(file, 'contact'),
    opinions: countOf(file, 'opinion'),
    suggestions: countOf(file, 'suggestion') + countOf(file, 'cosigned'),
    reports: inSection(file, 'reports'),
    honours: inSection(file, 'honours'),
    refs: listed(refStretches(file.entries.flatMap(({ ref }) => ref ?? []))),
  }))
