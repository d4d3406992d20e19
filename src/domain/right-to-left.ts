/** A letter of a script that is written from the right: beside other words it turns round what stands there. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
