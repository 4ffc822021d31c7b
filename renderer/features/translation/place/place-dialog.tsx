import { useLayoutEffect } from 'react';
import type { TextSource } from '../../../../shared/api/contract';
import { placeTranslation } from '../../../../shared/edits/place-translation';
import { textsOfCues, type Bench } from '../../../../shared/translation/place/bench';
import { useMessages } from '../../../app/messages';
import { newId } from '../../../platform/new-id';
import { run, useDocument } from '../../../state/document';
import { useJobs } from '../../../state/jobs';
import { notify } from '../../../state/notices';
import { cuesOfTrack, sourceTrack } from '../../../state/selectors';
import { showTrack } from '../../../state/session';
import { shownTranslation } from '../actions';
import { BenchDialog } from './bench-dialog';
import {
  changeDraft,
  chooseLanguage,
  forgetDraft,
  questionKey,
  resumeDrafts,
  shownDraft,
  trackOfDraft,
  usePlaceDrafts,
} from './draft';
import { SourceDialog } from './source-dialog';
import { usePlace } from './use-place';

/**
 * A whole translation in two steps: bring it, then look at where it was placed and put right what is not. Closing it loses
 * nothing: the next time it is as it was left.
 */
export function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const session = useDocument((state) => state.session);
  const drafts = usePlaceDrafts();
  const { language } = drafts;
  const draft = shownDraft(drafts);
  const { phase, place, stop } = usePlace();
  const track = trackOfDraft(project.tracks, language, shownTranslation()?.id ?? null);
  const source = sourceTrack(project);
  const jobId = phase.step === 'placing' ? phase.jobId : null;
  const progress = useJobs((state) => (jobId === null ? null : (state.jobs.get(jobId)?.progress ?? null)));
  const sourceCues = cuesOfTrack(project, source?.id ?? null);
  // Before anything is drawn: another language's bench must not flash.
  useLayoutEffect(() => {
    const shown = shownTranslation()?.language ?? null;
    resumeDrafts(
      session,
      shown,
      sourceCues.map(({ id }) => id),
    );
  }, [session, sourceCues]);
  const ask = (text: TextSource, encoding: string | null) =>
    void place({ source: text, language, profileId: track?.profileId ?? null, encoding });
  const bring = (text: TextSource) => {
    if (draft.placed?.question === questionKey(text, language)) changeDraft({ isAtBench: true });
    else ask(text, null);
  };

  const keep = (bench: Bench) => {
    run(placeTranslation, { newId, trackId: track?.id ?? null, language, texts: textsOfCues(bench) });
    const added = useDocument.getState().project.tracks.findLast((each) => each.language === language);
    const kept = track ?? added;
    if (kept) showTrack(kept.id);
    forgetDraft();
    onClose();
    notify('success', t('place.done'));
  };

  if (drafts.session !== session) return null;
  const { placed } = draft;
  if (placed && draft.isAtBench && source)
    return (
      <BenchDialog
        placed={placed}
        source={source}
        language={language}
        replaced={cuesOfTrack(project, track?.id ?? null).filter(({ text }) => text.trim() !== '').length}
        onEncoding={(encoding) => ask(placed.source, encoding)}
        onBack={() => changeDraft({ isAtBench: false })}
        onKeep={keep}
        onClose={onClose}
      />
    );
  return (
    <SourceDialog
      language={language}
      onLanguage={chooseLanguage}
      brought={draft.brought}
      onBrought={(brought) => changeDraft({ brought })}
      problem={phase.step === 'idle' ? phase.problem : null}
      isPlacing={phase.step === 'placing'}
      progress={progress}
      onPlace={bring}
      onStop={stop}
      onClose={onClose}
    />
  );
}
