import { html } from './html.js'
import { Icon } from './icons.js'

/** A dialog with a title; the browser keeps the focus inside and closes it on Escape. */
export function Sheet({ title, onClose, children, wide }) {
  const show = (element) => {
    if (element && !element.open) element.showModal()
  }
  const onClick = (event) => {
    if (event.target === event.currentTarget) onClose()
  }
  return html`
    <dialog class=${`sheet ${wide ? 'sheet-wide' : ''}`} aria-label=${title} ref=${show} onClose=${onClose} onClick=${onClick}>
      <div class="sheet-inside">
        <header><h2>${title}</h2><button class="round" aria-label="关闭" onClick=${onClose}><${Icon} name="close" /></button></header>
        ${children}
      </div>
    </dialog>
  `
}
