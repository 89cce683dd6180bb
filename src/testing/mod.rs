//! What always holds, and proposals to try it on.

//OFF pub mod laws;
//OFF strategies
pub mod worlds;
