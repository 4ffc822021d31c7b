import { Fragment, memo } from 'react';
import type { Paragraph, Speaker } from '../../../shared/domain/transcript';
import { useMessages } from '../../app/messages';
import { formatClock } from '../../state/timecode';
import { stateOf, type WordState } from '../../../shared/transcript/word-state';
import { gapBefore } from '../../../shared/transcript/words';
import { startOfParagraph } from './model';
import { ParagraphEditor } from './paragraph-editor';

export interface ParagraphViewProps {
  readonly paragraph: Paragraph;
  readonly speaker: Speaker | null;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly isEditing: boolean;
  readonly leave: () => void;
}

const CLASS: Readonly<Record<WordState, string>> = {
  placed: 'word',
  untimed: 'word',
  uncertain: 'word word--uncertain',
  unplaced: 'word word--unplaced',
  notSpoken: 'word word--not-spoken',
};

/** What one speaker says in one go: name, time, words. */
export const ParagraphView = memo(function ParagraphView(props: ParagraphViewProps) {
  const { paragraph, speaker, language, direction, isEditing, leave } = props;
  const t = useMessages();
  const startMs = startOfParagraph(paragraph);
  return (
    <>
      <div className="paragraph__head">
        <span className="paragraph__speaker" dir="auto">
          {speaker?.name ?? t('words.unknownSpeaker')}
        </span>
        {startMs !== null && <span className="paragraph__time numbers">{formatClock(startMs)}</span>}
      </div>
      {isEditing ? (
        <ParagraphEditor paragraph={paragraph} language={language} direction={direction} leave={leave} />
      ) : (
        <p className="paragraph__words" lang={paragraph.language ?? language} dir={direction}>
          {paragraph.words.map((word, n) => (
            <Fragment key={word.id}>
              {n > 0 && gapBefore(word)}
              <span
                className={
                  word.pinned === true ? `${CLASS[stateOf(word)]} word--pinned` : CLASS[stateOf(word)]
                }
                data-word={word.id}
              >
                {word.text}
              </span>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
});
