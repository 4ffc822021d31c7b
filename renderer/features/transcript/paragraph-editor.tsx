import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Paragraph } from '../../../shared/domain/transcript';
import { setParagraphText } from '../../../shared/edits/transcript';
import { joinWords } from '../../../shared/transcript/words';
import { useMessages } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run } from '../../state/document';
import { lendTyped } from '../../state/typed';

export interface ParagraphEditorProps {
  readonly paragraph: Paragraph;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Closes the editor and gives the focus back. */
  readonly leave: () => void;
}

/**
 * A paragraph while it is typed. Recorded as one step at the end, not letter by letter: what changes in the words also marks
 * cues stale, and a half-typed word would mark them for nothing.
 */
export function ParagraphEditor({ paragraph, language, direction, leave }: ParagraphEditorProps) {
  const t = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => joinWords(paragraph.words));
  const latest = useRef(text);
  const isDone = useRef(false);
  const { id } = paragraph;

  useEffect(() => {
    const element = area.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const keep = useCallback(() => {
    // An emptied paragraph would leave a speaker without words; that is what deleting is for, and never by accident.
    if (!isDone.current && latest.current.trim() !== '')
      run(setParagraphText, { newId, id, text: latest.current });
  }, [id]);

  const commit = () => {
    keep();
    isDone.current = true;
  };

  useEffect(() => {
    const takeBack = lendTyped(keep);
    return () => {
      takeBack();
      // The panel may be put away with the field in it.
      keep();
    };
  }, [keep]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') commit();
    isDone.current = true;
    leave();
  };

  return (
    <textarea
      ref={area}
      className="paragraph__editor"
      value={text}
      dir={direction}
      lang={paragraph.language ?? language}
      aria-label={t('words.edit')}
      title={t('words.editHelp')}
      onChange={(event) => {
        latest.current = event.currentTarget.value;
        setText(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        commit();
        leave();
      }}
    />
  );
}
