import type { LanguageTag } from '../../../../shared/domain/common';
import type { Track } from '../../../../shared/domain/track';
import { directionOf } from '../../../../shared/text/direction';
import { wordsOfCue, type Bench, type Mark } from '../../../../shared/translation/place/bench';
import { useMessages } from '../../../app/messages';

interface BenchRowProps {
  readonly bench: Bench;
  readonly cue: number;
  /** The source cue's text. */
  readonly text: string;
  readonly source: Track;
  readonly language: LanguageTag;
  /** The word that is being dragged, by its index; null when it was dropped nowhere. */
  readonly onDrag: (word: number | null) => void;
}

/** A source cue and what of the translation is placed on it. */
export function BenchRow({ bench, cue, text, source, language, onDrag }: BenchRowProps) {
  const t = useMessages();
  const [from, to] = wordsOfCue(bench, cue);
  const words = bench.words.slice(from, to);
  const marks = marksOf(bench, cue, from, to);
  return (
    <>
      <span role="gridcell" className="bench__source" lang={source.language} dir={source.direction}>
        <span className="bench__number numbers">{cue + 1}</span>
        <span>{text}</span>
      </span>
      <span role="gridcell" className="bench__target" lang={language} dir={directionOf(language)}>
        {words.length === 0 && <span className="bench__none">{t('place.noText')}</span>}
        {words.map((word, n) => {
          const mark = bench.sentences[word.sentence]?.mark ?? 'sure';
          const isStart = n > 0 && words[n - 1]?.sentence !== word.sentence;
          return (
            <span key={from + n}>
              {n > 0 && !word.glued && ' '}
              {isStart && <span className="bench__seam" aria-hidden />}
              <span
                className={`bench__word bench__word--${mark}${word.isLeftOut ? ' bench__word--out' : ''}`}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', word.text);
                  onDrag(from + n);
                }}
                onDragEnd={() => onDrag(null)}
              >
                {word.text}
              </span>
            </span>
          );
        })}
      </span>
      <span role="gridcell" className="bench__marks">
        {marks.map((mark) => (
          <span key={mark} className={`bench__mark bench__mark--${mark}`}>
            {t(`place.mark.${mark}`)}
          </span>
        ))}
      </span>
    </>
  );
}

/** What is to be said of a row, each once; sentences that are sure need no word. */
function marksOf(
  bench: Bench,
  cue: number,
  from: number,
  to: number,
): readonly (Exclude<Mark, 'sure'> | 'missing')[] {
  const found = new Set<Exclude<Mark, 'sure'> | 'missing'>();
  for (let n = from; n < to; n++) {
    const mark = bench.sentences[bench.words[n]?.sentence ?? 0]?.mark ?? 'sure';
    if (mark !== 'sure') found.add(mark);
  }
  if (bench.missing[cue] !== '') found.add('missing');
  return [...found];
}
