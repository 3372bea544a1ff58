/* What the command line may ask for; apart, so that asking for help loads nothing else. */

export const formats = ['table', 'json', 'csv', 'markdown'] as const;
export type Format = (typeof formats)[number];

export const tableNames = ['layer', 'type', 'article', 'rule', 'confidence'] as const;
export type TableName = (typeof tableNames)[number];
