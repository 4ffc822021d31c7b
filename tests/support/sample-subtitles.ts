import { srtTime } from '../../shared/formats/document/write';
import { sampleTruth } from './sample';

/** One edition's words as SRT in cues of at most `size` words of one sentence, every time `lateMs` after the true one. */
export function sampleSubtitles(edition: string, size: number, lateMs: number): string {
  const cues: ReturnType<typeof sampleTruth>[] = [];
  for (const word of sampleTruth(edition)) {
    const last = cues.at(-1);
    if (last && last.length < size && last[0]?.sentence === word.sentence) last.push(word);
    else cues.push([word]);
  }
  return cues
    .map((own, index) => {
      const [startMs, endMs] = [own[0]?.startMs ?? 0, own.at(-1)?.endMs ?? 0];
      const text = own.map((word) => word.text).join(' ');
      return `${index + 1}\n${srtTime(startMs + lateMs)} --> ${srtTime(endMs + lateMs)}\n${text}\n`;
    })
    .join('\n');
}
