import { APART, playTranscripts } from './replay/play-transcripts.js'

playTranscripts((folder) => APART.includes(folder))
