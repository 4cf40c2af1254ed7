mod kept;
mod pack;
