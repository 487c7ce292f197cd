// Apart from the form: the kiosk's script needs no more of it than this name.

/** The version that was answered. */
export const VERSION_FIELD = 'redakcija';
