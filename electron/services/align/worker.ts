import { align } from '../../../shared/align/align';
import { MfccStream, type CepstraPieces } from '../../../shared/align/mfcc';
import { serveWorker } from '../../platform/workers';
import { AlignWork, type AlignAnswer } from './align-work';
import { receiveUtterances } from '../speech/speech-pipe';

/**
 * Aligns one recording: `AlignWork` in, fed with the sound while the transcript comes from the `speech` worker; drafts (lists of
 * `WordTiming`) as news, `AlignAnswer` out.
 */
serveWorker(async (raw, { progress, news, pieces, cancelled }): Promise<AlignAnswer> => {
  const { rateHz, speech, startMs, drafts, ...guidance } = AlignWork.parse(raw);
  const cepstra = await hear(pieces, rateHz);
  let lessons: AlignAnswer['lessons'] = null;
  const alignment = await align({ cepstra, startMs }, receiveUtterances(speech), {
    ...guidance,
    onLessons: (learned) => {
      lessons = learned;
    },
    onProgress: progress,
    onDraft: drafts ? news : undefined,
    isCancelled: cancelled,
  });
  return { alignment, lessons };
});

/** `pieces`: whole samples. They are heard as they come, and none is kept. */
async function hear(pieces: AsyncIterable<Uint8Array>, rateHz: number): Promise<CepstraPieces> {
  const stream = new MfccStream(rateHz);
  for await (const { buffer, byteOffset, length } of pieces)
    stream.add(new Int16Array(buffer, byteOffset, length >> 1));
  return stream.finishInPieces();
}
