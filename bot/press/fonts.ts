import { createRequire } from 'node:module'
import path from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'
import { printable } from '../../station/document/printable.js'
import { glyphsOf } from './glyphs.js'

const PACKAGE = '@expo-google-fonts/noto-sans-sc'
export const FACES = { regular: 'Station Sans', bold: 'Station Sans Bold' } as const

/** What stands for a character nobody can draw: printers' own mark for a missing type. */
const GETA = '〓'
const PICTOGRAPHS = /\p{Extended_Pictographic}|[\u200d\ufe0f\u20e3]|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu

interface Fonts {
  drawable(text: string): string
}

let loaded: Fonts | undefined

/** Loads the bundled Chinese faces once, when the first picture is made: they are ten megabytes each. */
export function fonts(): Fonts {
  loaded ??= load()
  return loaded
}

function load(): Fonts {
  const root = path.dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`))
  const regular = path.join(root, '400Regular/NotoSansSC_400Regular.ttf')
  GlobalFonts.registerFromPath(regular, FACES.regular)
  GlobalFonts.registerFromPath(path.join(root, '700Bold/NotoSansSC_700Bold.ttf'), FACES.bold)
  const has = glyphsOf(regular)
  return {
    drawable: (text) =>
      printable(text)
        .replace(PICTOGRAPHS, (mark) => (has(mark.codePointAt(0)!) ? mark : ''))
        .replace(/./gsu, (char) => (char === '\n' || has(char.codePointAt(0)!) ? char : GETA)),
  }
}
