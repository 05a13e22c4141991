import { html } from './html.js'

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  members:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.5a3.3 3.3 0 0 1 0 6.4M18 14.4c2.2.8 3.5 2.8 3.5 5.6',
  panel: 'M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  clip: 'M20 11.5l-8.2 8.2a5.2 5.2 0 0 1-7.4-7.4l8.6-8.6a3.5 3.5 0 0 1 5 5l-8.6 8.5a1.7 1.7 0 0 1-2.5-2.4l7.9-7.9',
  chain: 'M8 6h12M8 12h12M8 18h7M3.5 6h.01M3.5 12h.01M3.5 18h.01M19 16v5M16.500 18.500h5',
  at: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM16 8v5.5a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-3.500 7.100',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  quote: 'M10 8H5v5h5V8zM10 13c0 2.500-1.200 3.800-3.500 4.500M19 8h-5v5h5V8zM19 13c0 2.500-1.200 3.800-3.500 4.500',
  undo: 'M4 4v6h6M4.500 10a8 8 0 1 1-.5 5',
  file: 'M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  send: 'M4 12L20 4l-6 16-3-7z',
  swap: 'M7 4L3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7',
}

export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>`
}
