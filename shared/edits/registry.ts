import { applyAlignment } from './apply-alignment';
import {
  confirmCues,
  insertCue,
  removeCues,
  setCuePosition,
  setCueSpeaker,
  setCueStatus,
  setCueText,
  setCueTimes,
  shiftCues,
} from './cue';
import { moveCues, nudgeCues } from './cue-frames';
import { fixCues } from './cue-fix';
import { mergeCues } from './cue-merge';
import { closeGaps, extendToNext, extendToPrevious, removeOverlaps } from './cue-gaps';
import { splitCue } from './cue-split';
import {
  balanceCues,
  breakCues,
  italiciseCues,
  keepBreaks,
  removeHearingImpaired,
  repairCase,
} from './cue-texts';
import { changeFrameRate, retimeFromWords, snapCues, stretchCues } from './cue-times';
import { duplicateTrack } from './duplicate-track';
import { keepCueTimes, takeWordTimes } from './cue-word-times';
import { leaveOutSpeech, markUncovered } from './hearing';
import { takeMachineTexts } from './machine-translation';
import { insertFirstCue, makeSubtitles } from './make-subtitles';
import { addMarker, removeMarkers, setMarker } from './marker';
import { addParagraph, mergeParagraphs, removeParagraph, splitParagraph } from './paragraph';
import {
  setProjectFitting,
  setProjectLanguage,
  setProjectMedia,
  setProjectSound,
  setProjectTitle,
} from './project';
import { placeTranslation } from './place-translation';
import {
  addCover,
  placeCover,
  redactSound,
  redactVoice,
  removeKey,
  removeRedactions,
  setFill,
  setRedactionTimes,
  setTreatment,
} from './redaction';
import { replaceTexts } from './replace-texts';
import { addSpeaker, renameSpeaker, setSpeakerColour, setSpeakerPseudonym } from './speaker';
import { addShot, moveShot, removeShot } from './shots';
import { acceptWord } from './spelling';
import { removeStyle, setStyle, useStyle } from './style';
import { makeRoughCues, tapCue } from './tap';
import { addTrack, removeTrack, setTrackProfile, setTrackStyle } from './track';
import { retimeTrack } from './retime';
import {
  acceptSuggestions,
  addComment,
  mergeReviews,
  rejectSuggestions,
  reopenNotes,
  resolveComments,
  settleSuggestion,
  takeVerdicts,
  withdrawComments,
} from './review';
import { setTrackCues } from './track-cues';
import { addMissingCues, addTranslation, linkCues, mendCue, setTrackTiming } from './translation';
import { replaceTranscript, setParagraphSpeaker, setParagraphText } from './transcript';
import { keepVersion, removeVersion, renameVersion, restoreVersion } from './versions';
import { checkWords, leaveOutWords, pinWords } from './word-marks';
import { setWordTimes } from './word-times';

/** Every edit by its command name: all the ways a project can change. */
export const edits = {
  'cue.setText': setCueText,
  'cue.setTimes': setCueTimes,
  'cue.shift': shiftCues,
  'cue.nudge': nudgeCues,
  'cue.move': moveCues,
  'cue.split': splitCue,
  'cue.merge': mergeCues,
  'cue.insert': insertCue,
  'cue.insertFirst': insertFirstCue,
  'cue.remove': removeCues,
  'cue.setPosition': setCuePosition,
  'cue.setStatus': setCueStatus,
  'cue.setSpeaker': setCueSpeaker,
  'cue.confirm': confirmCues,
  'cue.fix': fixCues,
  'cue.stretch': stretchCues,
  'cue.changeFrameRate': changeFrameRate,
  'cue.snap': snapCues,
  'cue.retimeFromWords': retimeFromWords,
  'cue.extendToNext': extendToNext,
  'cue.extendToPrevious': extendToPrevious,
  'cue.closeGaps': closeGaps,
  'cue.removeOverlaps': removeOverlaps,
  'cue.balance': balanceCues,
  'cue.break': breakCues,
  'cue.keepBreaks': keepBreaks,
  'cue.italics': italiciseCues,
  'cue.repairCase': repairCase,
  'cue.removeHearingImpaired': removeHearingImpaired,
  'track.duplicate': duplicateTrack,
  'text.replace': replaceTexts,
  'cue.tap': tapCue,
  'track.makeRoughCues': makeRoughCues,
  'shots.add': addShot,
  'shots.remove': removeShot,
  'shots.move': moveShot,
  'marker.add': addMarker,
  'marker.set': setMarker,
  'marker.remove': removeMarkers,
  'redaction.cover': addCover,
  'redaction.place': placeCover,
  'redaction.removeKey': removeKey,
  'redaction.setTimes': setRedactionTimes,
  'redaction.setFill': setFill,
  'redaction.sound': redactSound,
  'redaction.voice': redactVoice,
  'redaction.setTreatment': setTreatment,
  'redaction.remove': removeRedactions,
  'spelling.accept': acceptWord,
  'track.add': addTrack,
  'track.remove': removeTrack,
  'track.retime': retimeTrack,
  'track.makeSubtitles': makeSubtitles,
  'track.setCues': setTrackCues,
  'track.setProfile': setTrackProfile,
  'track.setStyle': setTrackStyle,
  'style.set': setStyle,
  'style.remove': removeStyle,
  'track.useStyle': useStyle,
  'speaker.setColour': setSpeakerColour,
  'speaker.add': addSpeaker,
  'speaker.rename': renameSpeaker,
  'speaker.setPseudonym': setSpeakerPseudonym,
  'transcript.replace': replaceTranscript,
  'transcript.setParagraphText': setParagraphText,
  'transcript.setParagraphSpeaker': setParagraphSpeaker,
  'transcript.applyAlignment': applyAlignment,
  'transcript.addParagraph': addParagraph,
  'transcript.splitParagraph': splitParagraph,
  'transcript.mergeParagraphs': mergeParagraphs,
  'transcript.removeParagraph': removeParagraph,
  'words.pin': pinWords,
  'words.check': checkWords,
  'words.leaveOut': leaveOutWords,
  'words.setTimes': setWordTimes,
  'speech.leaveOut': leaveOutSpeech,
  'speech.markUncovered': markUncovered,
  'cue.takeWordTimes': takeWordTimes,
  'cue.keepTimes': keepCueTimes,
  'translation.add': addTranslation,
  'translation.addMissing': addMissingCues,
  'translation.place': placeTranslation,
  'translation.machine': takeMachineTexts,
  'translation.link': linkCues,
  'track.setTiming': setTrackTiming,
  'cue.mend': mendCue,
  'review.merge': mergeReviews,
  'review.accept': acceptSuggestions,
  'review.settle': settleSuggestion,
  'review.reject': rejectSuggestions,
  'review.reopen': reopenNotes,
  'review.resolve': resolveComments,
  'review.comment': addComment,
  'review.withdraw': withdrawComments,
  'review.takeVerdicts': takeVerdicts,
  'version.keep': keepVersion,
  'version.restore': restoreVersion,
  'version.rename': renameVersion,
  'version.remove': removeVersion,
  'project.setTitle': setProjectTitle,
  'project.setMedia': setProjectMedia,
  'project.setSound': setProjectSound,
  'project.setFitting': setProjectFitting,
  'project.setLanguage': setProjectLanguage,
} as const;

/** Command name of an edit, as the journal holds it. */
export type EditName = keyof typeof edits;
