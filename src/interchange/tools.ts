import { brat } from './brat.ts';
import { doccano } from './doccano.ts';
import type { Interchange } from './format.ts';
import { labelStudio } from './label-studio.ts';
import type { ToolName } from './names.ts';
import { webAnnotation } from './web-annotation.ts';

/** The annotation tools, by the names that the command line has for them. */
export const tools = {
  brat,
  doccano,
  'label-studio': labelStudio,
  webannotation: webAnnotation,
} as const satisfies Record<ToolName, Interchange>;
