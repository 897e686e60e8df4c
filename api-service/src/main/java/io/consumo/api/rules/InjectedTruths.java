package io.consumo.api.rules;

import io.consumo.model.api.InjectedTruth;
import java.util.List;

/** What the simulation has put in. */
public interface InjectedTruths {

    List<InjectedTruth> all();
}
