import { html } from './html.js'

/** The last two characters of a Chinese name are what people call each other; of others, the first one. */
function shortName(name) {
  const chars = [...name]
  const chinese = chars.every((char) => /\p{Script=Han}/u.test(char))
  if (!chinese) return chars[0]?.toUpperCase() ?? '?'
  return chars.length > 2 ? chars.slice(-2).join('') : chars.join('')
}

export function Avatar({ account, bot, small }) {
  const name = account?.name ?? '?'
  const style = bot ? '' : `--hue: ${account?.hue ?? 0}`
  const classes = `avatar ${bot ? 'avatar-bot' : ''} ${small ? 'avatar-small' : ''}`
  return html`<span class=${classes} style=${style} aria-hidden="true">${bot ? '助' : shortName(name)}</span>`
}
