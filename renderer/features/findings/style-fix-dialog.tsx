import { useState } from 'react';
import { picturesOf } from '../../../shared/checks/contrast-rules';
import { contrastFixes, type ContrastFix } from '../../../shared/contrast/fixes';
import { letterColour } from '../../../shared/contrast/looks';
import { neededRatio } from '../../../shared/contrast/wcag';
import type { Project } from '../../../shared/domain/project';
import type { Track } from '../../../shared/domain/track';
import { setStyle } from '../../../shared/edits/style';
import { changedStyle } from '../../../shared/style/change';
import { styleFor } from '../../../shared/style/resolve';
import { styleOf } from '../../../shared/style/style-of';
import { announce } from '../../app/announcer';
import { useMessages } from '../../app/messages';
import { useContrast } from '../../state/contrast';
import { run, useDocument } from '../../state/document';
import { cuesOfTrack, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards } from '../../ui/field';
import { titleOf } from './actions';

/** What would make all letters of the track stand out: each a change of its style. */
function fixesFor(project: Project, track: Track): ContrastFix[] {
  const style = styleFor(styleOf(project, track), track.language);
  const cues = cuesOfTrack(project, track.id);
  const colours = new Set(cues.map((cue) => letterColour({ style, speakers: project.speakers }, cue)));
  // Letters are smaller in some pictures, and then need more.
  const { contrast } = useContrast.getState();
  const needed = contrast ? picturesOf(contrast).map((picture) => picture.needed) : [neededRatio(style)];
  return contrastFixes(style, [...colours], Math.max(...needed));
}

/** Ways to make subtitles readable on any picture, to choose from: the style is changed as one step. */
export function StyleFixDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const track = trackById(
    project,
    useSession((state) => state.activeTrackId),
  );
  const [chosen, setChosen] = useState<ContrastFix['id'] | null>(null);
  if (!track) return null;
  const style = styleOf(project, track);
  const fixes = fixesFor(project, track);
  const fix = fixes.find(({ id }) => id === chosen) ?? fixes[0];
  const others = project.tracks.filter(({ id, styleId }) => id !== track.id && styleId === style.id).length;
  const apply = () => {
    if (fix && run(setStyle, { style: changedStyle(style, fix.change) }))
      announce(t('findings.restyled', { style: style.name }));
    onClose();
  };
  return (
    <ModalDialog
      title={t('findings.fixTitle', { rule: titleOf('contrast') })}
      lead={
        fix ? t('findings.restyleLead', { style: style.name, count: others }) : t('findings.restyleNothing')
      }
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={!fix} onPress={apply} autoFocus>
            {t('findings.restyle')}
          </Button>
        </>
      }
    >
      {fix && (
        <ChoiceCards
          label={t('findings.restyleHow')}
          value={fix.id}
          options={fixes.map(({ id, change, atLeast }) => ({
            value: id,
            label: t(`findings.restyle.${id}`),
            help: t(`findings.restyle.${id}.more`, {
              opacity: change.boxOpacity ?? 1,
              isDark: String((change.boxColour ?? change.outlineColour) === '#000000'),
              ratio: Math.floor(atLeast * 10) / 10,
            }),
          }))}
          onChange={setChosen}
        />
      )}
    </ModalDialog>
  );
}
