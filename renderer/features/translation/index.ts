export { AddLanguageDialog } from './add-dialog';
export { TranslationBar } from './bar';
export { translationCommands } from './commands';
export { followHeldTimes } from './held-times';
export { PlaceDialog } from './place/place-dialog';
export { StaleCard } from './stale-card';
export { useSourceOpen } from './store';
