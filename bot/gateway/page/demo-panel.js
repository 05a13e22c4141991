import { useState } from 'preact/hooks'
import { Avatar } from './avatar.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { clockTime, fromInput, longDate, MOVES, shortMoment, toInput } from './shanghai-time.js'
import { accountOf, nameOf } from './world-state.js'

/** The clock of the simulation, and lines to try. */
export function DemoPanel({ world, nowMs, onTry, onMove, onClose }) {
  return html`
    <button class="round panel-close only-narrow" aria-label="关闭" onClick=${onClose}><${Icon} name="close" /></button>
    <${Clock} world=${world} nowMs=${nowMs} onMove=${onMove} />
    <section class="try">
      <h2>试一试</h2>
      <p class="hint">点一行，就换成那个人、把话填好；点右边的箭头，直接发出去。</p>
      <ul>
        ${world.suggestions.map((suggestion, index) => html`<${Suggestion} key=${index} world=${world} suggestion=${suggestion} onTry=${onTry} />`)}
      </ul>
    </section>
  `
}

function Suggestion({ world, suggestion, onTry }) {
  const [tried, setTried] = useState(false)
  const name = nameOf(world, suggestion.as, null)
  const use = (atOnce) => {
    setTried(true)
    onTry(suggestion, atOnce)
  }
  return html`
    <li class=${tried ? 'suggestion suggestion-tried' : 'suggestion'}>
      <button class="suggestion-fill" onClick=${() => use(false)}>
        <${Avatar} account=${accountOf(world, suggestion.as)} small />
        <span><small>${name}${suggestion.where === 'private' ? '（私信助手）' : ''}</small>${suggestion.text}</span>
      </button>
      <button class="suggestion-send" aria-label=${`以${name}的身份发送：${suggestion.text}`} onClick=${() => use(true)}>
        <${Icon} name=${tried ? 'check' : 'send'} />
      </button>
    </li>
  `
}

function Clock({ world, nowMs, onMove }) {
  const [custom, setCustom] = useState('')
  const moving = world.movingToMs !== null
  const target = custom === '' ? Number.NaN : fromInput(custom)
  return html`
    <section class="clock" aria-label="模拟的时间">
      <h2>模拟的时间</h2>
      <p class="clock-time"><time>${clockTime(nowMs)}</time><span>${longDate(nowMs)}</span></p>
      <div class="moves">
        ${MOVES.map(
          ({ label, to }) => html`
          <button key=${label} disabled=${moving} title=${shortMoment(to(nowMs))} onClick=${() => onMove(to(nowMs))}>${label}</button>
        `,
        )}
      </div>
      <form class="move-custom" onSubmit=${(event) => {
        event.preventDefault()
        if (target > nowMs) onMove(target)
      }}>
        <input type="datetime-local" aria-label="走到哪个时间" min=${toInput(nowMs)} value=${custom} onInput=${(event) => setCustom(event.currentTarget.value)} />
        <button disabled=${moving || !(target > nowMs)}>前往</button>
      </form>
      <p class="hint" role="status">
        ${moving ? html`<span class="spinner" aria-hidden="true" />正在走到 ${shortMoment(world.movingToMs)}，到点的提醒会一条条发出来…` : '时间只往前走；路上到点的提醒会按顺序发出来。'}
      </p>
    </section>
  `
}
