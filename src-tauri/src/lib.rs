//! CAPA Desk: the window.
