/** The layers whose labels become marks in annotation tools. */
export const markLayers = ['entities', 'figures', 'dates', 'recommendations'] as const;
export type MarkLayer = (typeof markLayers)[number];

/** The annotation tools that articles can go to and come back from. */
export const toolNames = ['brat', 'doccano', 'label-studio', 'webannotation'] as const;
export type ToolName = (typeof toolNames)[number];
