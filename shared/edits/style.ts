import type { Style } from '../domain/track';
import { updateTable } from '../history/tables';
import { sameData } from '../history/equal';
import type { Edit } from './edit';

/** Adds a style, or changes the one of the same id. */
export const setStyle: Edit<{ style: Style }> = {
  command: 'style.set',
  label: 'edit.style.set',
  apply(project, { style }) {
    const before = project.styles.filter(({ id }) => id === style.id);
    if (before[0] && sameData(before[0], style)) return project;
    return { ...project, styles: updateTable(project.styles, before, [style]) };
  },
};
