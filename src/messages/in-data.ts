/** The context of messages that are data. */
export const IN_DATA = 'of a rating scale';
