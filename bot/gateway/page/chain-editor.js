import { useState } from 'preact/hooks'
import { writeChain } from './chain.js'
import { html } from './html.js'
import { Sheet } from './sheet.js'
import { nameOf } from './world-state.js'

/** Starts a native 接龙, or adds one's own row to an earlier one. */
export function ChainEditor({ world, me, thread, start, onSend, onClose }) {
  const [header, setHeader] = useState(start.header ?? '')
  const [tail, setTail] = useState(start.tail ?? '')
  const [rows, setRows] = useState(() => [...(start.rows ?? []), nameOf(world, me, thread)])
  const filled = rows.map((row) => row.trim()).filter((row) => row !== '')
  const change = (index, value) => setRows(rows.map((row, at) => (at === index ? value : row)))
  const send = (event) => {
    event.preventDefault()
    if (filled.length === 0) return
    onSend(writeChain({ header: header.trim(), rows: filled, tail: tail.trim() }), { kind: 'groupNote' })
    onClose()
  }
  return html`
    <${Sheet} title=${start.rows?.length ? '参与接龙' : '发起接龙'} onClose=${onClose}>
      <form class="chain-form" onSubmit=${send}>
        <label>标题<textarea rows="2" placeholder="11月28日义诊进社区，来凤街，限8人" value=${header} onInput=${(event) => setHeader(event.currentTarget.value)} /></label>
        <ol>
          ${rows.map(
            (row, index) => html`
            <li key=${index}>
              <input aria-label=${`第 ${index + 1} 行`} value=${row} onInput=${(event) => change(index, event.currentTarget.value)} />
            </li>
          `,
          )}
        </ol>
        <button type="button" class="plain" onClick=${() => setRows([...rows, ''])}>再加一行</button>
        <label>补充<input placeholder="截止11月26日18:00" value=${tail} onInput=${(event) => setTail(event.currentTarget.value)} /></label>
        <button class="send" disabled=${filled.length === 0}>发送</button>
      </form>
    <//>
  `
}
