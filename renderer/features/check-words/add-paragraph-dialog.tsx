import { useState } from 'react';
import { addParagraph } from '../../../shared/edits/paragraph';
import { useMessages } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { attempt } from '../../state/notices';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { SelectInput, TextInput } from '../../ui/field';
import { alignAgain, canAlign } from '../align/index';
import { showWord } from '../transcript/index';
import { useCheck, type MissingText } from './store';

const NOBODY = '';

/** Asks for what is said at a place without text, and puts it in as a paragraph, aligned at once. */
export function AddParagraphDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const missing = useCheck((state) => state.missing);
  const speakers = useDocument(({ project }) => project.speakers);
  const [text, setText] = useState('');
  const [speaker, setSpeaker] = useState(() => speakerAt(missing?.afterWordId ?? null) ?? NOBODY);
  const span = missing?.span ?? null;
  const isEmpty = text.trim() === '';
  const add = () => {
    if (!isEmpty)
      putIn({ afterWordId: missing?.afterWordId ?? null, span }, text, speaker === NOBODY ? null : speaker);
    onClose();
  };
  return (
    <ModalDialog
      title={t('check.add.title')}
      lead={
        span
          ? t('check.add.lead', { start: formatTimecode(span.startMs), end: formatTimecode(span.endMs) })
          : t('check.add.leadNoSpan')
      }
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={isEmpty} onPress={add}>
            {t('check.add.do')}
          </Button>
        </>
      }
    >
      <TextInput label={t('check.add.text')} value={text} onChange={setText} multiline rows={4} autoFocus />
      <SelectInput
        label={t('check.add.speaker')}
        value={speaker}
        options={[
          { value: NOBODY, label: t('words.unknownSpeaker') },
          ...speakers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setSpeaker}
      />
    </ModalDialog>
  );
}

/** Who spoke before the place: most missing text is theirs. */
function speakerAt(wordId: string | null): string | null {
  const { paragraphs } = useDocument.getState().project;
  return paragraphs.find(({ words }) => words.some(({ id }) => id === wordId))?.speakerId ?? null;
}

function putIn({ afterWordId, span }: MissingText, text: string, speakerId: string | null): void {
  const id = newId();
  run(addParagraph, { newId, id, afterWordId, text, speakerId, hintMs: span?.startMs ?? null });
  const { paragraphs } = useDocument.getState().project;
  const at = paragraphs.findIndex((paragraph) => paragraph.id === id);
  const words = paragraphs[at]?.words ?? [];
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return;
  showWord(at, first.id);
  if (canAlign() && span) attempt(() => alignAgain({ from: first.id, to: last.id }));
}
