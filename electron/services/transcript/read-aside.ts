import { extname } from 'node:path';
import { TranscriptDraft } from '../../../shared/api/contract';
import { runWorker } from '../../platform/workers';
import { readTranscript } from './read';

type Source = Parameters<typeof readTranscript>[0];

/** Smaller texts are read within a few milliseconds; starting a thread takes longer. */
const ASIDE_FROM = 100_000;

/** `readTranscript`, on a thread of its own where the text is large or has to be unpacked first. */
export async function readTranscriptAside(
  source: Source,
  language: string,
  encoding: string | null,
): Promise<TranscriptDraft> {
  const size = 'text' in source ? source.text.length : source.bytes.length;
  const isPacked = 'name' in source && extname(source.name).toLowerCase() === '.docx';
  if (size < ASIDE_FROM && !isPacked) return readTranscript(source, language, encoding);
  return TranscriptDraft.parse(await runWorker('transcript', { source, language, encoding }));
}
