import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { dictionaryForm } from '../../../shared/spelling/words';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { oneLine } from '../../../shared/text/unspaced';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { useDocument } from '../../state/document';
import { notifyError } from '../../state/notices';
import { cueById, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { useSpelling } from '../../state/spelling';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { TextInput } from '../../ui/field';
import { SpelledText } from '../../ui/spelled-text';
import {
  acceptHere,
  cuesWith,
  learnHere,
  nextWord,
  replaceAll,
  replaceWord,
  useSpellingDialog,
} from './actions';
import type { Place } from './model';
import './spelling.css';

/** Misspelt words one after the other: better ones to choose from, or the word is right. Nothing changes by itself. */
export function SpellingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const place = useSpellingDialog((state) => state.place);
  if (!place)
    return (
      <ModalDialog
        title={t('spelling.title')}
        size="small"
        onClose={onClose}
        footer={
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('app.close')}
          </Button>
        }
      >
        <p role="status">{t('spelling.done')}</p>
      </ModalDialog>
    );
  return <WordDialog key={`${place.cueId} ${place.at}`} place={place} onClose={onClose} />;
}

function WordDialog({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const t = useMessages();
  const canLearn = useSpelling((state) => state.canLearn);
  const suggestions = useSuggestions(place.word);
  const [typed, setTyped] = useState(place.word);
  const count = cuesWith(place.word).length;
  const isChanged = typed.trim() !== '' && typed !== place.word;
  return (
    <ModalDialog
      title={t('spelling.titleOf', { word: place.word })}
      lead={<Sentence place={place} />}
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button onPress={nextWord}>{t('spelling.skip')}</Button>
          <Button onPress={acceptHere}>{t('spelling.acceptHere')}</Button>
          <Button isDisabled={!canLearn} onPress={learnHere}>
            {t('spelling.learn')}
          </Button>
        </>
      }
    >
      <div className="spelling">
        <Suggestions words={suggestions} onChoose={replaceWord} />
        <div className="spelling__own">
          <TextInput
            label={t('spelling.own')}
            value={typed}
            onChange={setTyped}
            onSubmit={() => {
              if (isChanged) replaceWord(typed.trim());
            }}
          />
          <Button variant="primary" isDisabled={!isChanged} onPress={() => replaceWord(typed.trim())}>
            {t('spelling.replace')}
          </Button>
          {count > 1 && (
            <Button isDisabled={!isChanged} onPress={() => replaceAll(typed.trim())}>
              {t('spelling.replaceAll', { count })}
            </Button>
          )}
        </div>
        {!canLearn && <p className="spelling__note">{t('spelling.draft')}</p>}
      </div>
    </ModalDialog>
  );
}

/** The cue's text with the word marked. */
function Sentence({ place }: { readonly place: Place }) {
  const project = useDocument((state) => state.project);
  const cue = cueById(project, place.cueId);
  const track = trackById(project, useSession.getState().activeTrackId);
  return (
    <span lang={track?.language} dir={track?.direction} className="spelling__sentence">
      <SpelledText
        text={oneLine(withoutMarkUp(cue?.text ?? ''))}
        wrong={new Set([dictionaryForm(place.word)])}
      />
    </span>
  );
}

interface SuggestionsProps {
  /** Null while they are looked for. */
  readonly words: readonly string[] | null;
  readonly onChoose: (word: string) => void;
}

function Suggestions({ words, onChoose }: SuggestionsProps) {
  const t = useMessages();
  const track = useDocument(({ project }) => trackById(project, useSession.getState().activeTrackId));
  if (words === null) return <p role="status">{t('spelling.looking')}</p>;
  if (words.length === 0) return <p role="status">{t('spelling.noSuggestions')}</p>;
  return (
    <ListBox
      className="spelling__words"
      aria-label={t('spelling.suggestions')}
      autoFocus="first"
      lang={track?.language}
      onAction={(key) => onChoose(String(key))}
    >
      {words.map((word) => (
        <ListBoxItem key={word} id={word} textValue={word} className="spelling__word">
          {word}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

/** What the dictionaries propose; null until they have answered. */
function useSuggestions(word: string): readonly string[] | null {
  const language = useSpelling((state) => state.language);
  const [words, setWords] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (language === null) return undefined;
    let isCurrent = true;
    getClient()
      .call('spelling.suggest', { language, word: dictionaryForm(word) })
      .then(
        (found) => {
          if (isCurrent) setWords(found.words);
        },
        (error: unknown) => {
          if (isCurrent) setWords([]);
          notifyError(error);
        },
      );
    return () => {
      isCurrent = false;
    };
  }, [language, word]);
  return words;
}
