import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react';
import type { Profile } from '../../../shared/domain/profile';
import type { Cue, Track } from '../../../shared/domain/track';
import { setCueText } from '../../../shared/edits/cue';
import { mendCue } from '../../../shared/edits/translation';
import { cleanPaste } from '../../../shared/text/clean-paste';
import { breakHardAt, carriedBreaks, type HardBreaks } from '../../../shared/text/hard-breaks';
import { announce } from '../../app/announcer';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { run } from '../../state/document';
import { notify } from '../../state/notices';
import { useSpelling } from '../../state/spelling';
import { formatSeconds } from '../../state/timecode';
import { SpelledText } from '../../ui/spelled-text';
import { goToNeighbour, neighbour } from './actions';
import { lendText, parkCaret, stopEditing } from './edit-store';
import { HardBreakMark } from './hard-break-mark';
import { balanceOf, isVeryLong, loadOf, type CueLoad } from './model';
import { hearFullLine } from '../listening/index';
import { useTextGesture } from './use-text-gesture';

export interface TextEditorProps {
  readonly cue: Cue;
  readonly track: Track;
  readonly profile: Profile;
  /** What the field is called; left out: the text of the subtitle. */
  readonly label?: string;
  /** Gives the focus back to the list. */
  readonly leave: () => void;
}

/**
 * The text of a cue while it is typed. Enter goes on to the next cue (as in Aegisub and Amara: most texts are one after the
 * other), Shift+Enter or Ctrl+Enter breaks the line, with both keys for good, Escape takes everything typed back.
 */
export function TextEditor({ cue, track, profile, label, leave }: TextEditorProps) {
  const t = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(cue.text);
  const [hardBreaks, setHardBreaks] = useState<HardBreaks>(cue.hardBreaks ?? []);
  // Whoever writes a stale text anew has seen what changed; that is settled when the field opens.
  const [edit] = useState(() => (cue.stale ? mendCue : setCueText));
  const gesture = useTextGesture(edit);
  const { type } = gesture;
  const figuresId = useId();
  const load = loadOf({ ...cue, text }, profile);
  const { lines } = load;

  const hasFullLine = lines.some((line) => line.isOver);
  useEffect(() => {
    if (hasFullLine) hearFullLine();
  }, [hasFullLine]);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const isLong = isVeryLong(text);
  useEffect(() => {
    const field = area.current?.parentElement;
    if (!isLong || !field) return;
    // Before it had its own scroll bar the browser may have scrolled the list after the caret.
    field.scrollTo({ top: field.scrollHeight });
    field.closest('[role=row]')?.scrollIntoView({ block: 'nearest' });
  }, [isLong]);

  const change = useCallback(
    (next: string, hard = carriedBreaks(hardBreaks, text, next)) => {
      setText(next);
      setHardBreaks(hard);
      type({ id: cue.id, text: next, hardBreaks: hard });
    },
    [cue.id, hardBreaks, text, type],
  );

  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    return lendText({
      selected: () => ({
        ...{ text: element.value, start: element.selectionStart, end: element.selectionEnd },
        hardBreaks,
      }),
      change(next) {
        // The field is React's: its value is set here too so that the selection has somewhere to be.
        element.value = next.text;
        element.setSelectionRange(next.start, next.end);
        change(next.text);
      },
      breakHard() {
        const { selectionStart: start, selectionEnd: end } = element;
        const next = breakHardAt(element.value, hardBreaks, { start, end });
        element.value = next.text;
        element.setSelectionRange(next.caret, next.caret);
        announce(t(next.hardBreaks.length < hardBreaks.length ? 'cues.breakFreed' : 'cues.breakKept'));
        change(next.text, next.hardBreaks);
      },
    });
  }, [change, hardBreaks, t]);

  const breakLine = (element: HTMLTextAreaElement) => {
    element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end');
    change(element.value);
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const raw = event.clipboardData.getData('text/plain');
    const { text: clean, changes } = cleanPaste(raw);
    if (changes === 0) return;
    event.preventDefault();
    const element = event.currentTarget;
    const { selectionStart: from, selectionEnd: to, value } = element;
    element.setRangeText(clean, from, to, 'end');
    change(element.value);
    const asItWas = value.slice(0, from) + raw + value.slice(to);
    notify('info', t('paste.cleaned', { count: changes }), {
      label: t('paste.keep'),
      run: () => void run(setCueText, { id: cue.id, text: asItWas }),
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    // Enter opens the next text: with nothing typed in it yet, undo means the step before, not this field.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && text === cue.text) {
      event.preventDefault();
      event.stopPropagation();
      stopEditing();
      leave();
      runCommand(event.shiftKey ? 'edit.redo' : 'edit.undo');
      return;
    }
    const isCommand = event.ctrlKey || event.metaKey;
    // With both it is a command's key.
    if (event.key === 'Enter' && !(event.shiftKey && isCommand)) {
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey || isCommand) return breakLine(event.currentTarget);
      gesture.commit();
      if (neighbour(1)) return goToNeighbour(1);
      stopEditing();
      leave();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      gesture.revert();
      stopEditing();
      leave();
    }
  };

  return (
    <div className="cue-editor">
      <span className={isLong ? 'cue-editor__field cue-editor__field--long' : 'cue-editor__field'}>
        <SpellingMarks text={text} track={track} />
        <textarea
          ref={area}
          className="cue-editor__text"
          value={text}
          rows={Math.max(2, text.split('\n').length)}
          dir={track.direction}
          lang={track.language}
          // The browser's own dictionaries are not the campaign's, and may be fetched from elsewhere.
          spellCheck={false}
          aria-label={label ?? t('cues.textLabel')}
          aria-describedby={figuresId}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={({ currentTarget }) => {
            if (label === undefined) parkCaret(cue.id, currentTarget.selectionStart);
            gesture.commit();
            stopEditing();
          }}
        />
      </span>
      <span className="cue-editor__lines numbers" aria-hidden>
        {lines.map((line, n) => (
          <span key={n} className={line.isOver ? 'load load--error' : 'load'}>
            {hardBreaks.includes(n) && <HardBreakMark />}
            {line.characters}
          </span>
        ))}
      </span>
      <LiveFigures id={figuresId} load={load} profile={profile} />
    </div>
  );
}

/** The text again behind its field, unseen but for the lines under misspelt words: a field itself cannot be marked. */
function SpellingMarks({ text, track }: { readonly text: string; readonly track: Track }) {
  const wrong = useSpelling(({ language, spelling }) =>
    language === track.language && spelling ? spelling.wrong : null,
  );
  return (
    <span
      className="cue-editor__text cue-editor__marks"
      lang={track.language}
      dir={track.direction}
      aria-hidden
    >
      <SpelledText text={text} wrong={wrong} />
    </span>
  );
}

interface LiveFiguresProps {
  readonly id: string;
  readonly load: CueLoad;
  readonly profile: Profile;
}

/** Reading speed, duration and balance of the lines as they are now, with the style guide's limits. */
function LiveFigures({ id, load, profile }: LiveFiguresProps) {
  const t = useMessages();
  const { speed, durationMs } = load;
  const balance = balanceOf(load);
  const isFast = speed === null || speed > profile.maxCharactersPerSecond;
  const isUneven = balance !== null && profile.minBalance !== null && balance < 100 * profile.minBalance;
  return (
    <span id={id} className="cue-editor__figures numbers">
      <span className={isFast ? 'load load--error' : 'load'}>
        {t('cues.liveSpeed', { speed: speed?.toFixed(1) ?? '–', limit: profile.maxCharactersPerSecond })}
      </span>
      <span className="load">{t('cues.liveDuration', { seconds: formatSeconds(durationMs) })}</span>
      {balance !== null && (
        <span className={isUneven ? 'load load--warning' : 'load'}>{t('cues.liveBalance', { balance })}</span>
      )}
    </span>
  );
}
