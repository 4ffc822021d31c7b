import { useEffect, useState } from 'react';
import { replaceTexts } from '../../../shared/edits/replace-texts';
import type { FindQuery, Hit } from '../../../shared/text/find';
import { announce } from '../../app/announcer';
import { useMessages } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { canEdit, commitGesture, run, useDocument } from '../../state/document';
import { seek } from '../../state/playback';
import { cueById } from '../../state/selectors';
import { selectCue, showTrack, useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { CheckInput, ChoiceCards, TextInput } from '../../ui/field';
import './find.css';
import { HitList } from './hit-list';
import { replacements, textsIn, type FindPlace } from './places';
import { search, type FindResult } from './search';

const PLACES: readonly FindPlace[] = ['track', 'tracks', 'everything'];
const NOTHING: FindResult = { state: 'found', hits: [] };
/** Typing a pattern is no search yet. */
const REST_MS = 150;

/** Finds in one or all languages and the transcript, shows what would come of a replacement, and replaces as one step. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const trackId = useSession((state) => state.activeTrackId);
  const [query, setQuery] = useState<FindQuery>({
    pattern: '',
    replacement: '',
    isRegex: false,
    matchCase: false,
    wholeWord: false,
  });
  const [place, setPlace] = useState<FindPlace>('track');
  const [result, setResult] = useState<FindResult>(NOTHING);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const change = (part: Partial<FindQuery>) => setQuery((before) => ({ ...before, ...part }));

  useEffect(() => {
    if (query.pattern === '') return;
    let running: { stop(): void } | null = null;
    const timer = setTimeout(() => {
      running = search({ texts: textsIn(project, trackId, place), query }, setResult);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      running?.stop();
    };
  }, [query, place, project, trackId]);

  const shown = query.pattern === '' ? NOTHING : result;
  const hits = shown.state === 'found' ? shown.hits : [];
  const chosen = hits.filter(({ id, text, replaced }) => !left.has(id) && text !== replaced);
  const count = hits.reduce((sum, hit) => sum + hit.count, 0);

  const replace = () => {
    // What was typed meanwhile counts: the hits are of the project as it is shown.
    commitGesture();
    run(replaceTexts, { newId, ...replacements(project, chosen) });
    announce(t('find.done', { count: chosen.length }));
  };
  const goTo = (hit: Hit) => {
    const cue = cueById(project, hit.id);
    onClose();
    if (!cue) return;
    if (cue.trackId !== trackId) showTrack(cue.trackId);
    selectCue(cue.id);
    seek(cue.startMs, 'after');
  };

  return (
    <ModalDialog
      title={t('find.title')}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.close')}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0 || !canEdit()} onPress={replace}>
            {t('find.replace', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="find">
        <TextInput
          label={t('find.pattern')}
          value={query.pattern}
          autoFocus
          onChange={(pattern) => change({ pattern })}
          error={shown.state === 'wrong' ? t('find.wrong', { reason: shown.reason }) : undefined}
        />
        <TextInput
          label={t('find.replacement')}
          value={query.replacement}
          onChange={(replacement) => change({ replacement })}
          {...(query.isRegex ? { help: t('find.regexHelp') } : {})}
        />
        <div className="find__options">
          <CheckInput
            label={t('find.case')}
            value={query.matchCase}
            onChange={(matchCase) => change({ matchCase })}
          />
          <CheckInput
            label={t('find.whole')}
            value={query.wholeWord}
            onChange={(wholeWord) => change({ wholeWord })}
          />
          <CheckInput
            label={t('find.regex')}
            value={query.isRegex}
            onChange={(isRegex) => change({ isRegex })}
          />
        </div>
        <ChoiceCards
          label={t('find.where')}
          value={place}
          options={PLACES.map((value) => ({ value, label: t(`find.where.${value}`) }))}
          onChange={setPlace}
        />
      </div>
      <p className="find__count" role="status">
        {shown.state === 'slow'
          ? t('find.slow')
          : query.pattern !== '' && t('find.count', { count, texts: hits.length })}
      </p>
      <HitList
        hits={hits}
        left={left}
        project={project}
        goTo={goTo}
        onLeave={(id, isLeft) =>
          setLeft((before) => new Set(isLeft ? [...before, id] : [...before].filter((other) => other !== id)))
        }
      />
    </ModalDialog>
  );
}
