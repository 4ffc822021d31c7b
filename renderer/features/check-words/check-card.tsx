import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp, X } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { Word } from '../../../shared/domain/transcript';
import { stateOf, type WordState } from '../../../shared/transcript/word-state';
import { formatPercent } from '../../app/format';
import { shortcutsOf, useCommands } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { activeJob, useJobs } from '../../state/jobs';
import { usePlayback } from '../../state/playback';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { Progress } from '../../ui/progress';
import { toggleCheck } from './actions';
import './check.css';
import { progressOf, type CheckItem } from './model';
import { currentItem, itemsOf, useCheck } from './store';
import { gapBefore } from '../../../shared/transcript/words';

/** The item of the *check these* list the person is at, with all that can be done with it. Nothing while the list is closed. */
export function CheckCard() {
  const t = useMessages();
  const state = useCheck();
  const items = useDocument(({ project }) => itemsOf(project));
  const language = useDocument(({ project }) => project.meta.language);
  if (!state.isOpen) return null;
  const at = currentItem(items, state);
  const progress = progressOf(items);
  return (
    <section className="check" aria-label={t('check.title')}>
      <header className="check__head">
        <h2 className="check__title">{t('check.title')}</h2>
        <span className="check__progress numbers">{t('check.progress', progress)}</span>
        <IconAction id="check.previous">
          <ChevronUp size={14} aria-hidden />
        </IconAction>
        <IconAction id="check.next">
          <ChevronDown size={14} aria-hidden />
        </IconAction>
        <Button variant="quiet" size="small" aria-label={t('check.close')} onPress={toggleCheck}>
          <X size={14} aria-hidden />
        </Button>
      </header>
      <Progress
        label={t('check.progress', progress)}
        value={progress.count === 0 ? 1 : progress.done / progress.count}
      />
      {at ? (
        <>
          <Subject item={at.item} language={language} />
          <Actions item={at.item} />
          {at.item.kind === 'sentence' && <Nudges />}
        </>
      ) : (
        <p className="check__none">{t('check.nothing')}</p>
      )}
    </section>
  );
}

/** What is doubtful, where it is heard, and why. */
function Subject({ item, language }: { readonly item: CheckItem; readonly language: string }) {
  const t = useMessages();
  return (
    <div className="check__subject">
      <p className="check__facts numbers">
        <span>
          {item.startMs === null || item.endMs === null
            ? t('check.noTime')
            : t('check.span', { start: formatTimecode(item.startMs), end: formatTimecode(item.endMs) })}
        </span>
        <span>{reasonOf(item, t)}</span>
        {item.isDone && <span className="check__done">{t('check.done')}</span>}
      </p>
      {item.kind === 'sentence' ? (
        <p className="check__text" lang={language} dir="auto">
          {item.words.map((word, n) => (
            <Fragment key={word.id}>
              {n > 0 && gapBefore(word)}
              <CheckWord word={word} />
            </Fragment>
          ))}
        </p>
      ) : (
        <p className="check__text check__text--none">{t('check.speech')}</p>
      )}
    </div>
  );
}

const CLASS: Readonly<Record<WordState, string>> = {
  placed: 'word',
  untimed: 'word word--unplaced',
  uncertain: 'word word--uncertain',
  unplaced: 'word word--unplaced',
  notSpoken: 'word word--not-spoken',
};

/** A word as the transcript draws it, with its state in words for those who do not see that. */
function CheckWord({ word }: { readonly word: Word }) {
  const t = useMessages();
  const state = stateOf(word);
  return (
    <span className={word.pinned === true ? `${CLASS[state]} word--pinned` : CLASS[state]}>
      {word.text}
      {state !== 'placed' && <span className="visually-hidden"> ({t(`check.word.${state}`)})</span>}
    </span>
  );
}

function reasonOf(item: CheckItem, t: ReturnType<typeof useMessages>): string {
  if (item.kind === 'speech')
    return t('check.seconds', { seconds: ((item.endMs - item.startMs) / 1000).toFixed(1) });
  const unplaced = item.words.filter(
    ({ startMs, notSpoken }) => startMs === null && notSpoken !== true,
  ).length;
  return t('check.confidence', { percent: formatPercent(item.confidence), unplaced });
}

const SENTENCE_ACTIONS = [
  'check.play',
  'check.settle',
  'check.pin',
  'check.align',
  'check.alignFrom',
  'check.leaveOut',
  'check.leaveOutUnplaced',
  'check.missing',
  'check.startHere',
  'check.endHere',
] as const;
const SPEECH_ACTIONS = [
  'check.play',
  'check.missing',
  'check.settle',
  'check.previous',
  'check.next',
] as const;

function Actions({ item }: { readonly item: CheckItem }) {
  const t = useMessages();
  const commands = useCommands((state) => state.commands);
  // What is enabled depends on these too.
  useJobs((state) => activeJob(state, 'align') !== null);
  usePlayback((state) => state.ready);
  const names = item.kind === 'sentence' ? SENTENCE_ACTIONS : SPEECH_ACTIONS;
  return (
    <div className="check__actions" role="group" aria-label={t('check.actions')}>
      {names.map((id) => {
        const command = commands.get(id);
        if (!command) return null;
        const [shortcut] = shortcutsOf(command);
        const label =
          id === 'check.settle' && item.kind === 'speech' ? 'check.needsNoText' : (`${id}.short` as const);
        return (
          <Button key={id} size="small" isDisabled={!command.isEnabled()} onPress={() => command.run()}>
            {t(label, { on: isOn(id, item) ? 'yes' : 'no' })}
            {shortcut !== undefined && <Keys shortcut={shortcut} />}
          </Button>
        );
      })}
    </div>
  );
}

/** The edges of the sentence, moved by a little. */
function Nudges() {
  const t = useMessages();
  return (
    <div className="check__actions">
      {(['start', 'end'] as const).map((edge) => (
        <span key={edge} className="check__nudge" role="group" aria-label={t(`check.edge.${edge}`)}>
          <span aria-hidden>{t(`check.edge.${edge}`)}</span>
          <IconAction id={`check.${edge}Earlier`}>
            <ChevronLeft size={14} aria-hidden />
          </IconAction>
          <IconAction id={`check.${edge}Later`}>
            <ChevronRight size={14} aria-hidden />
          </IconAction>
        </span>
      ))}
    </div>
  );
}

type IconCommand =
  | 'check.previous'
  | 'check.next'
  | 'check.startEarlier'
  | 'check.startLater'
  | 'check.endEarlier'
  | 'check.endLater';

/** A command as a small picture, with its keys beside it. */
function IconAction({ id, children }: { readonly id: IconCommand; readonly children: ReactNode }) {
  const t = useMessages();
  const command = useCommands((state) => state.commands.get(id));
  if (!command) return null;
  const [shortcut] = shortcutsOf(command);
  return (
    <Button size="small" variant="quiet" isDisabled={!command.isEnabled()} onPress={() => command.run()}>
      {children}
      <span className="visually-hidden">{t(`${id}.short`)}</span>
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </Button>
  );
}

/** Whether an action would take back what it did. */
function isOn(id: string, item: CheckItem): boolean {
  if (id === 'check.settle') return item.isDone;
  if (item.kind !== 'sentence') return false;
  if (id === 'check.pin')
    return (
      item.startMs !== null && item.words.every(({ startMs, pinned }) => startMs === null || pinned === true)
    );
  return id.startsWith('check.leaveOut') && item.words.every(({ notSpoken }) => notSpoken === true);
}
