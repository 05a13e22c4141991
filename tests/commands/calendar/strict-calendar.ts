/** One property line of an iCalendar file, unfolded. */
interface Property {
  name: string
  parameters: Record<string, string>
  value: string
}

export interface StrictEvent {
  uid: string
  sequence: number
  status: string
  start: string
  end: string
  summary: string
  location: string | undefined
  alarms: number
}

const UTC = /^\d{8}T\d{6}Z$/
/** Properties that may stand at most once in an event (RFC 5545, 3.6.1). */
const ONCE = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY', 'STATUS', 'LOCATION', 'DESCRIPTION']
const REQUIRED = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY']

/** Reads a file as RFC 5545 demands and forgives nothing: line ends, folding, nesting, required parts, plain UTC. */
export function readStrictly(bytes: Uint8Array): { name: string; events: StrictEvent[] } {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (text.charCodeAt(0) === 0xfeff) throw new Error('a byte order mark')
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line end in ${line}`)
    if (new TextEncoder().encode(line).length > 75) throw new Error(`a line longer than 75 octets: ${line}`)
    if (line === '') throw new Error('an empty line')
  }
  const lines: string[] = []
  for (const line of physical) {
    const folded = /^[ \t]/.test(line)
    if (folded && lines.length === 0) throw new Error('a continuation of nothing')
    lines.push(folded ? lines.pop()! + line.slice(1) : line)
  }
  const properties = lines.map(propertyOf)
  const stack: string[] = []
  const events: StrictEvent[] = []
  let current: Property[] = []
  let alarms = 0
  const calendar: Property[] = []
  for (const property of properties) {
    const { name, value } = property
    if (name === 'BEGIN') {
      stack.push(value)
      if (stack.join('/') === 'VCALENDAR/VEVENT') [current, alarms] = [[], 0]
      if (stack.join('/') === 'VCALENDAR/VEVENT/VALARM') alarms += 1
    } else if (name === 'END') {
      if (stack.at(-1) !== value) throw new Error(`${value} ends where ${stack.at(-1)} is open`)
      if (stack.join('/') === 'VCALENDAR/VEVENT') events.push(eventOf(current, alarms))
      stack.pop()
    } else if (stack.join('/') === 'VCALENDAR') calendar.push(property)
    else if (stack.join('/') === 'VCALENDAR/VEVENT') current.push(property)
    else if (stack.length === 0) throw new Error(`${name} outside a calendar`)
  }
  if (stack.length > 0) throw new Error(`${stack.at(-1)} never ends`)
  if (only(calendar, 'VERSION') !== '2.0') throw new Error('the version is not 2.0')
  if (only(calendar, 'PRODID') === '') throw new Error('no PRODID')
  const uids = events.map(({ uid }) => uid)
  if (new Set(uids).size !== uids.length) throw new Error('one UID twice')
  return {
    name: unescaped(calendar.find(({ name }) => name === 'NAME' || name === 'X-WR-CALNAME')?.value ?? ''),
    events,
  }
}

function propertyOf(line: string): Property {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^;:,"]*))*):(.*)$/s.exec(line)
  if (!match) throw new Error(`no property: ${line}`)
  const [, name, given, value] = match
  const parameters = Object.fromEntries(
    given!
      .split(';')
      .filter((each) => each !== '')
      .map((each) => each.split('=') as [string, string]),
  )
  return { name: name!, parameters, value: value! }
}

function only(properties: readonly Property[], name: string): string {
  const found = properties.filter((property) => property.name === name)
  if (found.length !== 1) throw new Error(`${name} stands ${found.length} times`)
  return found[0]!.value
}

function eventOf(properties: readonly Property[], alarms: number): StrictEvent {
  for (const name of REQUIRED) only(properties, name)
  for (const name of ONCE)
    if (properties.filter((property) => property.name === name).length > 1) throw new Error(`${name} twice`)
  for (const { name, parameters, value } of properties) {
    if (/^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED)$/.test(name) && (!UTC.test(value) || parameters.TZID))
      throw new Error(`${name} is not a moment in UTC: ${value}`)
    if (/^(SUMMARY|LOCATION|DESCRIPTION)$/.test(name) && /(^|[^\\])(\\\\)*[,;]/.test(value))
      throw new Error(`${name} holds an unescaped separator: ${value}`)
  }
  const value = (name: string) => properties.find((property) => property.name === name)?.value
  const location = value('LOCATION')
  const event = {
    uid: value('UID')!,
    sequence: Number(value('SEQUENCE') ?? 0),
    status: value('STATUS') ?? '',
    start: value('DTSTART')!,
    end: value('DTEND')!,
    summary: unescaped(value('SUMMARY')!),
    location: location === undefined ? undefined : unescaped(location),
    alarms,
  }
  if (event.end <= event.start) throw new Error(`${event.uid} ends before it begins`)
  return event
}

const unescaped = (value: string): string => value.replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c))
