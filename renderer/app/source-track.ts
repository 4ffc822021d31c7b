import type { Id } from '../../shared/domain/common';
import type { Project } from '../../shared/domain/project';
import { orderAfter } from '../../shared/edits/records';
import { setStyle } from '../../shared/edits/style';
import { addTrack } from '../../shared/edits/track';
import { profileFor } from '../../shared/profiles/profiles';
import { defaultStyles } from '../../shared/style/styles';
import { newId } from '../platform/new-id';
import { sourceTrack } from '../state/selectors';
import { isRightToLeft } from '../ui/languages';

/** The project with a track of its spoken language: the one it has, or a new one with the default style and the language's profile. */
export function addSourceTrack(project: Project): { readonly project: Project; readonly trackId: Id } {
  const known = sourceTrack(project);
  if (known) return { project, trackId: known.id };
  const [style] = defaultStyles();
  const { language } = project.meta;
  const styled = project.styles.some(({ id }) => id === style.id)
    ? project
    : setStyle.apply(project, { style });
  const trackId = newId();
  const track = {
    id: trackId,
    order: orderAfter(project.tracks),
    kind: 'source',
    language,
    name: '',
    direction: isRightToLeft(language) ? 'rtl' : 'ltr',
    profileId: profileFor(language).id,
    styleId: style.id,
  } as const;
  return { project: addTrack.apply(styled, { track }), trackId };
}
