// A service as it is shown, for the catalogue and for whoever places a service or its path in a page of theirs;
// and the fields of what is offered under a name of its own.
export { OfferedFields, UnitField } from './offered-fields.tsx';
export { PathDrawing } from './path-drawing.tsx';
export { ServiceView, type ServiceViewProps } from './service-view.tsx';
export { kindTexts, modeTexts, needTexts, pilotText } from './texts-catalogue.ts';
